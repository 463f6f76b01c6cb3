/** What a report or the result of a feed says, and in which encoding if not in UTF-8. */
export type ReportText = {
  readonly text: string;
  readonly restricted?: boolean;
  readonly encoding?: OldEncoding;
};
export type OldEncoding = 'windows-1252' | 'shift_jis';
