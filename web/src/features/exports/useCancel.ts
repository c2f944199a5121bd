import { asProblem, sentenceOf } from "@/api/problem";
import { useToast } from "@/components/Toasts";

import { useCancelExportMutation } from "./requests";

export function useCancel(id: string) {
  const [cancel, { isLoading }] = useCancelExportMutation();
  const say = useToast();
  const run = async () => {
    try {
      await cancel(id).unwrap();
      say("The export was cancelled.");
    } catch (error) {
      say(sentenceOf(asProblem(error)));
    }
  };
  return { busy: isLoading, run: () => void run() };
}
