import { drawDiagram, labelOf } from './drawDiagram';

describe('labelOf', () => {
  it('says the words that a diagram shows, each once', () => {
    expect(
      labelOf(
        'flowchart TD\n  A["Alert<br/>or event"] --> B{Solved?}\n  B --> C["Solved?"]\n',
      ),
    ).toBe('Diagram: Alert or event, Solved?');
  });

  it('is a diagram where it finds no words', () => {
    expect(labelOf('graph TD; A-->B')).toBe('Diagram');
  });
});

describe('drawDiagram', () => {
  it('says why there is no drawing, as text', async () => {
    const { element, drawn } = await drawDiagram('no <b>diagram</b>', 'light');
    expect(drawn).toBe(false);
    expect(element).toHaveTextContent(/^This diagram cannot be drawn: /);
    expect(element.children).toHaveLength(0);
  });
});
