import { useId } from 'react';
import styles from './DateField.module.css';

export interface DateFieldProps {
  label: string;
  /** A line below the label. */
  description?: string;
  /** `YYYY-MM-DD`, or nothing. */
  value: string;
  onChange: (value: string) => void;
  /** The first and the last day that may be chosen. */
  min?: string;
  max?: string;
  isRequired?: boolean;
}

/** A day of the calendar, by the browser's own control: typed, or chosen from a calendar. */
export function DateField(props: DateFieldProps) {
  const { label, description, value, onChange, min, max, isRequired } = props;
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {description && (
        <span id={`${id}-description`} className={styles.description}>
          {description}
        </span>
      )}
      <input
        id={id}
        className={styles.input}
        type="date"
        aria-describedby={description && `${id}-description`}
        value={value}
        min={min}
        max={max}
        required={isRequired}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
