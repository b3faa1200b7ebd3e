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
import { useTheme } from 'styled-components';
import { useFormat } from '../../components/format';
import { useSay } from '../../words';
import type { Minute } from './buckets';

const SMALL = 12;
const WIDEST_BAR = 48;

/** Drawn for eyes only: the table below it says the same to everybody. */
export default function MinutesChart({ points }: { readonly points: readonly Minute[] }) {
  const say = useSay();
  const { time, number } = useFormat();
  const { colors } = useTheme();
  const series = [
    { key: 'accepted', name: say('outcome.accepted-short'), fill: colors.success500 },
    { key: 'deferred', name: say('outcome.deferred'), fill: colors.warning500 },
    { key: 'rejected', name: say('outcome.rejected'), fill: colors.danger500 },
  ];
  const axis = { stroke: colors.neutral500, fontSize: SMALL, tickLine: false };
  return (
    <Box height="24rem" aria-hidden>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={[...points]} accessibilityLayer={false} barCategoryGap="15%">
          <CartesianGrid vertical={false} stroke={colors.neutral200} />
          <XAxis {...axis} dataKey="at" tickFormatter={time} minTickGap={24} />
          <YAxis {...axis} allowDecimals={false} axisLine={false} tickFormatter={number} />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: colors.neutral150 }}
            labelFormatter={(at) => time(Number(at))}
            formatter={(count) => number(Number(count))}
            contentStyle={{
              ...{ background: colors.neutral0, border: `1px solid ${colors.neutral200}` },
              ...{ color: colors.neutral800, fontSize: SMALL },
            }}
          />
          <Legend
            itemSorter={null}
            wrapperStyle={{ fontSize: SMALL }}
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
