import type { ThemeConfig } from 'antd'

/** One accent, white, greys; status colours only for status. The same values as in house.css, for antd's parts. */
const FONTS =
  "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Segoe UI', Roboto, sans-serif"

const ACCENT = '#10598c'
const INK = '#1c2833'
const SOFT = '#54616d'

export function themeFor({ narrow }: { narrow: boolean }): ThemeConfig {
  return {
    cssVar: { key: 'milepost' },
    hashed: false,
    token: {
      colorPrimary: ACCENT,
      colorInfo: ACCENT,
      colorLink: ACCENT,
      colorSuccess: '#17703f',
      colorWarning: '#8a5800',
      colorError: '#b3261e',
      colorSuccessBg: '#eef7f1',
      colorSuccessBorder: '#b9dcc7',
      colorWarningBg: '#fdf6e7',
      colorWarningBorder: '#e6cf9d',
      colorErrorBg: '#fdf2f1',
      colorErrorBorder: '#eec4c0',
      colorInfoBg: '#e8f1f8',
      colorInfoBorder: '#b9d3e6',
      colorText: INK,
      colorTextSecondary: SOFT,
      colorTextDescription: SOFT,
      colorTextPlaceholder: '#66737f',
      colorBorder: '#c3ced7',
      colorBgLayout: '#f4f6f8',
      fontFamily: FONTS,
      fontSize: narrow ? 16 : 14,
      borderRadius: 6,
      controlHeight: narrow ? 42 : 34,
      wireframe: false,
      motionDurationMid: '0.14s',
      motionDurationSlow: '0.18s',
    },
    components: {
      Alert: { defaultPadding: '10px 14px' },
      Button: { primaryShadow: 'none', defaultShadow: 'none' },
    },
  }
}
