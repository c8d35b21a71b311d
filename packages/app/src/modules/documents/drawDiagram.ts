import type { MermaidConfig } from 'mermaid';

let drawn = 0;
let queue: Promise<unknown> = Promise.resolve();

/** A diagram, or a sentence that says why there is none. */
export interface Drawing {
  element: HTMLElement;
  drawn: boolean;
}

/**
 * Draws a diagram in the colours of the portal. Mermaid is large and keeps one configuration for all, so
 * it is loaded with the first diagram and draws one at a time.
 */
export function drawDiagram(
  source: string,
  mode: 'light' | 'dark',
): Promise<Drawing> {
  const next = queue.then(() => draw(source, mode));
  queue = next;
  return next;
}

async function draw(source: string, mode: 'light' | 'dark'): Promise<Drawing> {
  const element = document.createElement('div');
  try {
    const { default: mermaid } = await import('mermaid');
    mermaid.initialize(configOf(mode));
    const { svg } = await mermaid.render(`squadron-diagram-${drawn++}`, source);
    element.className = 'mermaid-drawing';
    element.innerHTML = svg;
    const picture = element.querySelector('svg');
    picture?.setAttribute('role', 'img');
    picture?.setAttribute('aria-label', labelOf(source));
    return { element, drawn: true };
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error)
      .trim()
      .split('\n');
    element.className = 'admonition warning';
    element.textContent = `This diagram cannot be drawn: ${reason}`;
    return { element, drawn: false };
  }
}

/** What is in the picture, in the words that its source has between brackets. */
export function labelOf(source: string): string {
  const words = [...source.matchAll(/[[({|"]+([^\])}|"[({]+)[\])}|"]+/g)]
    .map(([, word]) => word.replace(/<br\s*\/?>/g, ' ').trim())
    .filter(Boolean);
  return words.length > 0
    ? `Diagram: ${[...new Set(words)].join(', ')}`
    : 'Diagram';
}

function configOf(mode: 'light' | 'dark'): MermaidConfig {
  const token = (name: string) =>
    getComputedStyle(document.body).getPropertyValue(name).trim() || undefined;
  return {
    startOnLoad: false,
    // Diagrams are written by whoever writes documents: no scripts, no HTML, no links to scripts.
    securityLevel: 'strict',
    suppressErrorRendering: true,
    htmlLabels: false,
    theme: 'base',
    fontFamily: token('--bui-font-regular') ?? 'sans-serif',
    flowchart: { htmlLabels: false, curve: 'basis' },
    themeVariables: {
      darkMode: mode === 'dark',
      fontSize: '14px',
      background: token('--bui-bg-neutral-1'),
      primaryColor: token('--bui-bg-neutral-2'),
      primaryTextColor: token('--bui-fg-primary'),
      primaryBorderColor: token('--bui-border-2'),
      secondaryColor: token('--squadron-accent-subtle'),
      tertiaryColor: token('--bui-bg-neutral-2'),
      lineColor: token('--bui-fg-secondary'),
      textColor: token('--bui-fg-primary'),
      edgeLabelBackground: token('--bui-bg-neutral-1'),
    },
  };
}
