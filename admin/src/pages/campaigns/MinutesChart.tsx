import { Box } from '@strapi/design-system';
import {
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useFormat } from '../../components/format';
import { useChartLooks } from '../../components/useChartLooks';
import { useSay } from '../../words';
import type { Minute } from './buckets';

const WIDEST_BAR = 48;

/** Drawn for eyes only: the table below it says the same to everybody. */
export default function MinutesChart({ points }: { readonly points: readonly Minute[] }) {
  const say = useSay();
  const { time, number } = useFormat();
  const { axis, colors, grid, tooltip, small } = useChartLooks();
  const series = [
    { key: 'accepted', name: say('outcome.accepted-short'), fill: colors.success500 },
    { key: 'deferred', name: say('outcome.deferred'), fill: colors.warning500 },
    { key: 'rejected', name: say('outcome.rejected'), fill: colors.danger500 },
  ];
  return (
    <Box height="24rem" aria-hidden>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={[...points]} accessibilityLayer={false} barCategoryGap="15%">
          <CartesianGrid {...grid} />
          <XAxis {...axis} dataKey="at" tickFormatter={time} minTickGap={24} />
          <YAxis {...axis} allowDecimals={false} axisLine={false} tickFormatter={number} />
          <Tooltip
            {...tooltip}
            cursor={{ fill: colors.neutral150 }}
            labelFormatter={(at) => time(Number(at))}
            formatter={(count) => number(Number(count))}
          />
          <Legend
            itemSorter={null}
            wrapperStyle={{ fontSize: small }}
            formatter={(name) => <span style={{ color: colors.neutral800 }}>{name}</span>}
          />
          {series.map(({ key, name, fill }) => (
            <Bar
              key={key}
              dataKey={key}
              name={name}
              fill={fill}
              stackId="minute"
              maxBarSize={WIDEST_BAR}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </Box>
  );
}
