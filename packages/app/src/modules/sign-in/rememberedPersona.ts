const SESSION_KEY = 'squadron.demo.session';
const LAST_KEY = 'squadron.demo.last';

/** The person who is signed in and shall stay so over a reload. */
export function currentPersona(): string | undefined {
  return window.localStorage.getItem(SESSION_KEY) ?? undefined;
}

/** The person chosen last, offered first after a sign-out. */
export function lastPersona(): string | undefined {
  return window.localStorage.getItem(LAST_KEY) ?? undefined;
}

export function rememberPersona(name: string): void {
  window.localStorage.setItem(SESSION_KEY, name);
  window.localStorage.setItem(LAST_KEY, name);
}

export function forgetSession(): void {
  window.localStorage.removeItem(SESSION_KEY);
}
