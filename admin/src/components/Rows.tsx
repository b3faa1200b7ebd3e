import { Table, Tbody, Td, Th, Thead, Tr, Typography, VisuallyHidden } from '@strapi/design-system';
import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly name: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** The label is spoken and not shown, e.g. over buttons. */
  readonly isLabelHidden?: boolean;
}

export interface RowsProps<Row> {
  /** Spoken only: what the table is about. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** A table. Where a row leads is a link in its first cell. */
export function Rows<Row>({ caption, columns, rows, keyOf }: RowsProps<Row>) {
  return (
    <Table colCount={columns.length} rowCount={rows.length + 1} aria-label={caption}>
      <Thead>
        <Tr>
          {columns.map(({ name, label, isLabelHidden }) => (
            <Th key={name}>
              {isLabelHidden ? (
                <VisuallyHidden>{label}</VisuallyHidden>
              ) : (
                <Typography variant="sigma" textColor="neutral600">
                  {label}
                </Typography>
              )}
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Tr key={keyOf(row)}>
            {columns.map(({ name, cell }) => (
              <Td key={name}>
                <Typography tag="div" textColor="neutral800">
                  {cell(row)}
                </Typography>
              </Td>
            ))}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
