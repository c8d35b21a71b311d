import { RefObject, useEffect, useRef } from 'react';

/** Ids of what the form says below a field: what is wrong, and its help. */
export function describedBy(id: string | undefined): string | undefined {
  return id && `${id}__error ${id}__help`;
}

/**
 * Ref for a text field or a combobox of Backstage UI, so that it does in a form what the stock fields do. The browser
 * tells of the first empty field that is required, while what is filled in wrongly is told below the field: the
 * component's own way of either does not tell the browser, or keeps Next shut with what was wrong before. And
 * `ui:autofocus` brings whoever presses Next into the page that appears.
 */
export function useNativeField<E extends HTMLElement>(options: {
  required?: boolean;
  autofocus?: boolean;
}): RefObject<E> {
  const { required = false, autofocus = false } = options;
  const field = useRef<E>(null);
  useEffect(() => {
    const input = field.current?.querySelector('input');
    if (input) input.required = required;
  }, [required]);
  useEffect(() => {
    const element = field.current;
    // The component would keep the browser from telling of this field, which then tells of the next one.
    const leaveToBrowser = (event: Event) => event.stopPropagation();
    element?.addEventListener('invalid', leaveToBrowser, true);
    return () => element?.removeEventListener('invalid', leaveToBrowser, true);
  }, []);
  useEffect(() => {
    if (autofocus) field.current?.querySelector('input')?.focus();
  }, [autofocus]);
  return field;
}
