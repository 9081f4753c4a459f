import type { ComponentType } from 'react';
import { createBrowserRouter, Navigate } from 'react-router';
import { CasePage, CasesPage } from '../features/cases/index.js';
import { PluginRoute } from '../features/plugins/index.js';
import { StartFormPage, StartPage } from '../features/start/index.js';
import { TaskPage, TasksPage } from '../features/tasks/index.js';
import { ADMIN } from '../shared/place.js';
import { Broken } from './Broken.js';
import { Layout } from './Layout.js';
import { Missing } from './Missing.js';
import { Waiting } from './Waiting.js';

/** A page that few need, fetched when it is opened; meanwhile the page before stays. */
const page = <M,>(load: () => Promise<M>, name: keyof M) => ({ Component: async () => (await load())[name] as ComponentType });

// What everybody opens every day comes with the first load; these do not.
const settings = () => import('../features/admin/index.js');
const editors = () => import('../features/editors/index.js');
const migration = () => import('../features/migration/index.js');
const operate = () => import('../features/operate/index.js');
const profile = () => import('../features/profile/index.js');
const rehearsal = () => import('../features/rehearsal/index.js');

export const router = createBrowserRouter(
  [
    {
      element: <Layout />,
      errorElement: <Broken />,
      hydrateFallbackElement: <Waiting />,
      children: [
        { index: true, element: <Navigate to="/tasks" replace /> },
        { path: 'tasks', element: <TasksPage /> },
        { path: 'tasks/:id', element: <TaskPage /> },
        { path: 'cases', element: <CasesPage /> },
        { path: 'cases/:id', element: <CasePage /> },
        { path: 'operate', lazy: page(operate, 'OverviewPage') },
        { path: 'operate/conformance', lazy: page(operate, 'ConformancePage') },
        { path: 'operate/incidents', lazy: page(operate, 'IncidentsPage') },
        { path: 'profile', lazy: page(profile, 'ProfilePage') },
        { path: 'start', element: <StartPage /> },
        { path: 'start/:key', element: <StartFormPage /> },
        { path: 'procedures', lazy: page(editors, 'ProceduresPage') },
        { path: 'procedures/compare', lazy: page(editors, 'ComparePage') },
        { path: 'procedures/running', lazy: page(migration, 'RunningPage') },
        { path: 'procedures/running/:version', lazy: page(migration, 'ChoosePage') },
        { path: 'procedures/moves/:id', lazy: page(migration, 'OrderPage') },
        { path: 'procedures/replay', lazy: page(editors, 'ReplayPage') },
        { path: 'procedures/tests', lazy: page(rehearsal, 'KeptPage') },
        { path: 'procedures/:kind/:key', lazy: page(editors, 'EditorPage') },
        {
          path: 'settings',
          lazy: page(settings, 'SettingsLayout'),
          children: [
            { index: true, element: <Navigate to="office" replace /> },
            { path: 'office', lazy: page(settings, 'OfficePage') },
            { path: 'offices', lazy: page(settings, 'OfficesPage') },
            { path: 'people', lazy: page(settings, 'PeoplePage') },
            { path: 'people/:id', lazy: page(settings, 'AbilitiesPage') },
            { path: 'roles', lazy: page(settings, 'RolesPage') },
            { path: 'substitutes', lazy: page(settings, 'SubstitutesPage') },
            { path: 'tokens', lazy: page(settings, 'TokensPage') },
            { path: 'holidays', lazy: page(settings, 'HolidaysPage') },
            { path: 'mail', lazy: page(settings, 'MailPage') },
            { path: 'audit', lazy: page(settings, 'AuditPage') },
          ],
        },
        { path: ':plugin/*', element: <PluginRoute missing={<Missing />} /> },
        { path: '*', element: <Missing /> },
      ],
    },
  ],
  { basename: ADMIN },
);
