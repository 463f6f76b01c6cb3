type HiddenRefProps = { readonly planId: string; readonly version: number };

/** Which plan a form is about, and the version its reader was looking at. */
export function HiddenRef({ planId, version }: HiddenRefProps) {
  return (
    <>
      <input type="hidden" name="planId" value={planId} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}
