let context: AudioContext | undefined;

const TONES = {
  right: [880, 0.08],
  noted: [520, 0.06],
  full: [300, 0.35],
  wrong: [160, 0.6],
  done: [1_320, 0.25],
} as const satisfies Readonly<Record<string, readonly [hertz: number, seconds: number]>>;

const HARSH: ReadonlySet<string> = new Set(['wrong', 'full']);

/** Right is high and short, wrong is low and long, full lies between: told apart without looking. */
export function sound(kind: keyof typeof TONES): void {
  const [pitch, seconds] = TONES[kind];
  try {
    context ??= new AudioContext();
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.type = HARSH.has(kind) ? 'square' : 'sine';
    tone.frequency.value = pitch;
    volume.gain.value = 0.2;
    tone.connect(volume).connect(context.destination);
    tone.start();
    tone.stop(context.currentTime + seconds);
  } catch {
    // No sound device: the colour and the words remain.
  }
}
