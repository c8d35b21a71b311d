import { fireEvent, render, screen } from '@testing-library/react';
import { DateField } from './DateField';

describe('DateField', () => {
  it('is found by its label and hands on the day', () => {
    const onChange = jest.fn();
    render(
      <DateField
        label="Until"
        description="At most 180 days ahead."
        value="2026-12-24"
        max="2027-05-27"
        onChange={onChange}
      />,
    );
    const input = screen.getByLabelText('Until');
    expect(input).toHaveValue('2026-12-24');
    expect(input).toHaveAccessibleDescription('At most 180 days ahead.');
    fireEvent.change(input, { target: { value: '2027-01-01' } });
    expect(onChange).toHaveBeenCalledWith('2027-01-01');
  });
});
