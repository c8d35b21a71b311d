import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The first page of a test file is loaded lazily, and menus and dialogs take their time on a busy machine.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);

// The test environment lays nothing out, so there is nothing to observe or to scroll.
class NothingToObserve {
  observe() {}
  unobserve() {}
  disconnect() {}
}
window.ResizeObserver ??= NothingToObserve;
