import { asProblem, sentenceOf } from "@/api/problem";
import type { ExportDownload } from "@/api/types";
import { startDownload } from "@/browser/download";
import { useToast } from "@/components/Toasts";

import { useSignExportMutation } from "./requests";

/** Downloads of one export, each by URLs that were just signed. */
export function useDownload(id: string) {
  const [sign, { isLoading }] = useSignExportMutation();
  const say = useToast();
  const get = async (urlOf: (download: ExportDownload) => string) => {
    try {
      startDownload(urlOf(await sign(id).unwrap()));
    } catch (error) {
      say(sentenceOf(asProblem(error)));
    }
  };
  return { busy: isLoading, file: () => void get(({ url }) => url), manifest: () => void get(({ manifestUrl }) => manifestUrl) };
}
