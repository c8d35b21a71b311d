const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const REMINDER_MS = 30_000;

/** Elapsed time in the words of a person: 0.4 s, 12 s, 2 min 5 s. */
export function elapsed(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 0.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

function line(mark, title, detail) {
  return `  ${mark} ${title.padEnd(34)} ${detail}`.trimEnd();
}

/** On a terminal one line that lives, elsewhere a line at the start, one every half minute and one at the end. */
function reporter(title, hint, out) {
  const began = Date.now();
  const time = () => elapsed(Date.now() - began);
  if (!out.isTTY) {
    out.write(`${line('…', title, hint)}\n`);
    const timer = setInterval(
      () => out.write(`${line('…', title, time())}\n`),
      REMINDER_MS,
    );
    return mark => {
      clearInterval(timer);
      out.write(`${line(mark, title, time())}\n`);
    };
  }
  let frame = 0;
  const draw = () => {
    const text = line(FRAMES[frame++ % FRAMES.length], title, time());
    out.write(`\r\u001b[K${text}${hint ? `  ${hint}` : ''}`);
  };
  draw();
  const timer = setInterval(draw, 100);
  return mark => {
    clearInterval(timer);
    out.write(`\r\u001b[K${line(mark, title, time())}\n`);
  };
}

let shownOn = process.stdout;

/** Shows the steps of this run elsewhere, for commands whose own output is read by programs. */
export function showStepsOn(stream) {
  shownOn = stream;
}

/** Does a piece of work under a title, showing how long it takes. */
export async function step(title, work, { hint = '' } = {}) {
  const finish = reporter(title, hint, shownOn);
  try {
    const result = await work();
    finish('✓');
    return result;
  } catch (error) {
    finish('✕');
    throw error;
  }
}
