import { useRef } from 'react';

const pause = 700;

/** Gathers letters that are typed one after the other; a pause starts anew. */
export function useTypedLetters() {
  const typed = useRef({ letters: '', at: 0 });
  return (letter: string) => {
    const now = Date.now();
    const { letters, at } = typed.current;
    const next = now - at < pause ? letters + letter : letter;
    typed.current = { letters: next, at: now };
    return next;
  };
}
