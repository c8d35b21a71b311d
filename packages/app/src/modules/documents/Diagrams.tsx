import { useShadowRootElements } from '@backstage/plugin-techdocs-react';
import { useTheme } from '@material-ui/core/styles';
import { useEffect } from 'react';
import { drawDiagram } from './drawDiagram';

/** Draws the diagrams of a document, which it holds as text; one that is wrong stays text. */
export const Diagrams = () => {
  const sources = useShadowRootElements<HTMLPreElement>(['pre.mermaid']);
  const { palette } = useTheme();
  const mode = palette.type;

  useEffect(() => {
    let mounted = true;
    const drawings: HTMLElement[] = [];
    const draw = async () => {
      for (const source of sources) {
        const drawing = await drawDiagram(
          source.querySelector('code')?.textContent ?? '',
          mode,
        );
        if (!mounted) return;
        source.after(drawing.element);
        source.hidden = drawing.drawn;
        drawings.push(drawing.element);
      }
    };
    draw();
    return () => {
      mounted = false;
      drawings.forEach(drawing => drawing.remove());
      sources.forEach(source => {
        source.hidden = false;
      });
    };
  }, [sources, mode]);

  return null;
};
