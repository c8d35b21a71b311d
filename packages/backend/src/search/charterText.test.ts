import { charterText } from './charterText';
import { entity } from './__testUtils__/sampleIndex';

describe('charterText', () => {
  it('holds responsibilities, stack and the codes of units', () => {
    const squad = entity('Group', 'squad-b-1', 'B-1', {
      spec: {
        responsibilities: ['Kernel patching'],
        stack: [{ text: 'CRI-O', technology: 'resource:default/tech-cri-o' }],
      },
      units: ['unit-b-1-u-c1', 'unit-b-10-u-x1', 'division-1b'],
    });
    expect(charterText(squad)).toBe('Kernel patching\nCRI-O\nU-C1');
  });

  it('holds what other sources write in another form, and nothing else', () => {
    const squad = entity('Group', 'squad-x', 'X', {
      spec: { responsibilities: 'all', stack: ['Go', 7, null, { name: 'no' }] },
    });
    expect(charterText(squad)).toBe('Go');
  });

  it('is empty for what is no group, or has no charter', () => {
    expect(charterText(entity('Group', 'a', 'A'))).toBe('');
    const system = entity('System', 'a', 'A', { spec: { stack: ['Go'] } });
    expect(charterText(system)).toBe('');
  });
});
