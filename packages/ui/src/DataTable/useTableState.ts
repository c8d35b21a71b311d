import { useSearchParams } from 'react-router-dom';
import { nextSort, parseSort } from './rows';

/** A table's filter and order, kept in the address under the table's name. */
export function useTableState(name: string) {
  const [params, setParams] = useSearchParams();
  const set = (key: string, value: string | undefined) =>
    setParams(
      current => {
        const next = new URLSearchParams(current);
        if (value) next.set(`${name}.${key}`, value);
        else next.delete(`${name}.${key}`);
        return next;
      },
      { replace: true },
    );
  const sort = parseSort(params.get(`${name}.sort`));
  return {
    filter: params.get(`${name}.q`) ?? '',
    sort,
    setFilter: (text: string) => set('q', text),
    toggleSort: (column: string) => set('sort', nextSort(sort, column)),
  };
}
