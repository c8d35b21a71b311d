export {
  KeyFigure,
  KeyFigureRow,
  type KeyFigureProps,
  type KeyFigureRowProps,
} from './KeyFigure';
