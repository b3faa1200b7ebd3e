import { screen } from '@testing-library/react';
import { FieldGroup } from '../../admin/src/fields/FieldGroup';
import { show } from './show';

describe('several controls that are one field', () => {
  it('are a group under the label of the field, where the panel finds them', () => {
    show(
      <FieldGroup called="audience" name="audience" label="Audience" gap={2}>
        <input />
      </FieldGroup>,
    );
    const group = screen.getByRole('group', { name: 'Audience' });
    expect(group.closest('[data-countersign="audience"]')).not.toBeNull();
    expect(group.contains(screen.getByRole('textbox'))).toBe(true);
  });

  it('have one hint, and an error in its place', () => {
    const { unmount } = show(
      <FieldGroup called="x" name="x" label="X" hint="A hint" gap={2}>
        <input />
      </FieldGroup>,
    );
    expect(screen.getByText('A hint')).toBeTruthy();
    unmount();
    show(
      <FieldGroup called="x" name="x" label="X" hint="A hint" error="An error" gap={2}>
        <input />
      </FieldGroup>,
    );
    expect(screen.getByText('An error')).toBeTruthy();
    expect(screen.queryByText('A hint')).toBeNull();
  });
});
