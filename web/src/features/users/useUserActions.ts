import { asProblem, sentenceOf } from "@/api/problem";
import type { User } from "@/api/types";
import { useToast } from "@/components/Toasts";

import { useDeleteUserMutation, useInviteAgainMutation, useLazyReadUserQuery, useRemoveSecondFactorMutation, useSignUserOutMutation } from "./requests";

/** What an administrator does to one person, each told in a message. */
export function useUserActions() {
  const say = useToast();
  const [remove] = useDeleteUserMutation();
  const [inviteAgain] = useInviteAgainMutation();
  const [signOut] = useSignUserOutMutation();
  const [removeFactor] = useRemoveSecondFactorMutation();
  const [read] = useLazyReadUserQuery();
  const attempt = async (work: () => Promise<unknown>, done?: string) => {
    try {
      await work();
      if (done !== undefined) say(done);
    } catch (error) {
      say(sentenceOf(asProblem(error)));
    }
  };
  return {
    say,
    remove: (user: User) => attempt(() => remove(user.id).unwrap(), `${user.name} was deleted.`),
    inviteAgain: (user: User) => attempt(() => inviteAgain(user.id).unwrap(), `Another invitation to ${user.email} is on its way.`),
    signOut: (user: User) => attempt(() => signOut(user.id).unwrap(), `${user.name} was signed out everywhere.`),
    removeFactor: (user: User) => attempt(() => removeFactor(user.id).unwrap(), `${user.name} signs in without a second factor now.`),
    read: (user: User, show: (current: User) => void) => attempt(async () => show(await read(user.id).unwrap())),
  };
}
