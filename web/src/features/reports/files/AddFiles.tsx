import { useMedia } from "@/browser/media";
import { FileButton } from "@/components/FileButton";
import { CameraIcon, UploadIcon } from "@/components/icons";

const PICTURES = "image/*";

interface Props {
  /** What they are added to. */
  readonly to: string;
  readonly photosOnly?: boolean;
  readonly multiple?: boolean;
  readonly disabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Takes a photo where there is a camera at hand, or chooses files. */
export function AddFiles({ to, photosOnly = false, multiple = false, disabled = false, onFiles }: Props) {
  const isHandheld = useMedia("(pointer: coarse)");
  const what = photosOnly ? (multiple ? "photos" : "a photo") : "files";
  return (
    <div className="flex flex-wrap gap-2">
      {isHandheld && (
        <FileButton label={`Take a photo for ${to}`} accept={PICTURES} capture="environment" disabled={disabled} onFiles={onFiles}>
          <CameraIcon className="size-4" />
          Take a photo
        </FileButton>
      )}
      <FileButton label={`Choose ${what} for ${to}`} {...(photosOnly ? { accept: PICTURES } : {})} multiple={multiple} disabled={disabled} onFiles={onFiles}>
        <UploadIcon className="size-4" />
        Choose {what}
      </FileButton>
    </div>
  );
}
