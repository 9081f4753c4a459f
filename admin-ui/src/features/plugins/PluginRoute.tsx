import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Route, Routes, useLocation, useParams } from 'react-router';
import type { PluginScreens, ScreenPage } from '../../api/index.js';
import { useLanguage } from '../../shared/i18n/index.js';
import { Async, Loading, Page } from '../../shared/ui/index.js';
import { BrokenPage, Fence } from './Broken.js';
import { useScreens } from './calls.js';
import { loadPages, PluginFault } from './load.js';

/** The style sheet stands in the page's body: behind all of the admin's own, also those loaded later, so that its rules win over equal ones. */
function Styled({ by, children }: { by: string | null | undefined; children: ReactNode }) {
  const [waiting, setWaiting] = useState(Boolean(by));
  const settled = () => setWaiting(false);
  return (
    <>
      {by ? <link rel="stylesheet" href={by} onLoad={settled} onError={settled} /> : null}
      {waiting ? <Loading /> : children}
    </>
  );
}

function PluginPage({ screens, page }: { screens: PluginScreens; page: ScreenPage }) {
  const lang = useLanguage();
  const { pathname } = useLocation();
  const { data, error } = useQuery({ queryKey: ['screens', screens.module], staleTime: Infinity, gcTime: Infinity, retry: false, queryFn: () => loadPages(screens.module) });
  const instead = (content: ReactNode) => <Page title={page.title[lang]}>{content}</Page>;
  const broken = (fault: unknown) => instead(<BrokenPage plugin={screens.plugin} error={fault} />);
  if (error) return broken(error);
  if (!data) return instead(<Loading />);
  const Content = data[page.path];
  if (!Content) return broken(new PluginFault('notThere', `pages['${page.path}'] is missing.`));
  return (
    <Fence key={pathname} broken={broken}>
      <Styled by={screens.style}>
        <Content />
      </Styled>
    </Fence>
  );
}

/** Every address that is none of the admin's own: a plugin's page, or nothing. */
export function PluginRoute({ missing }: { missing: ReactNode }) {
  const { plugin } = useParams();
  return (
    <Async query={useScreens()}>
      {(all) => {
        const screens = all.find((one) => one.plugin === plugin);
        return (
          <Routes>
            {screens?.pages.map((page) => <Route key={page.path} path={page.path} element={<PluginPage screens={screens} page={page} />} />)}
            <Route path="*" element={missing} />
          </Routes>
        );
      }}
    </Async>
  );
}
