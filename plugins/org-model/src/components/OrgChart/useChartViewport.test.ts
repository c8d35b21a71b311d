import { fitZoom } from './useChartViewport';

describe('fitZoom', () => {
  it('shows the whole width, and never so small that names turn into codes', () => {
    expect(fitZoom(900, 1000)).toBe(0.9);
    expect(fitZoom(2000, 1000)).toBe(1);
    expect(fitZoom(340, 1000)).toBe(0.7);
  });
});
