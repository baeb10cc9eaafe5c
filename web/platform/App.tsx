import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type AnyRouter, RouterProvider } from '@tanstack/react-router'
import { ConfigProvider, App as Messages } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { Suspense } from 'react'
import { cspNonce } from './cspNonce.ts'
import { Reading } from './frame/Reading.tsx'
import { type House, HouseProvider } from './house.tsx'
import { LanguageProvider, useLanguage } from './language.tsx'
import { StartFault } from './StartFault.tsx'
import { themeFor } from './theme.ts'
import { useNarrow } from './useNarrow.ts'
import './house.css'

type AppProps = { readonly house: House; readonly router: AnyRouter; readonly queries: QueryClient }

const LOCALES = { zh: zhCN, en: enUS }
const NONCE = { nonce: cspNonce() }

export function App(props: AppProps) {
  return (
    <LanguageProvider>
      <Dressed {...props} />
    </LanguageProvider>
  )
}

function Dressed({ house, router, queries }: AppProps) {
  const { language } = useLanguage()
  const narrow = useNarrow()
  return (
    <ConfigProvider locale={LOCALES[language]} theme={themeFor({ narrow })} csp={NONCE} button={{ autoInsertSpace: false }}>
      <Messages component={false}>
        <QueryClientProvider client={queries}>
          <HouseProvider house={house}>
            <StartFault>
              <Suspense fallback={<Reading />}>
                <RouterProvider router={router} />
              </Suspense>
            </StartFault>
          </HouseProvider>
        </QueryClientProvider>
      </Messages>
    </ConfigProvider>
  )
}
