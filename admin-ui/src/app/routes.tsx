import { createBrowserRouter, Navigate } from 'react-router';
import { AbilitiesPage, AuditPage, HolidaysPage, MailPage, OfficePage, OfficesPage, PeoplePage, RolesPage, SettingsLayout, SubstitutesPage, TokensPage } from '../features/admin/index.js';
import { CasePage, CasesPage } from '../features/cases/index.js';
import { ComparePage, EditorPage, ProceduresPage, ReplayPage } from '../features/editors/index.js';
import { ChoosePage, OrderPage, RunningPage } from '../features/migration/index.js';
import { IncidentsPage, OverviewPage } from '../features/operate/index.js';
import { PluginRoute } from '../features/plugins/index.js';
import { StartFormPage, StartPage } from '../features/start/index.js';
import { TaskPage, TasksPage } from '../features/tasks/index.js';
import { ADMIN } from '../shared/place.js';
import { Broken } from './Broken.js';
import { Layout } from './Layout.js';
import { Missing } from './Missing.js';

export const router = createBrowserRouter(
  [
    {
      element: <Layout />,
      errorElement: <Broken />,
      children: [
        { index: true, element: <Navigate to="/tasks" replace /> },
        { path: 'tasks', element: <TasksPage /> },
        { path: 'tasks/:id', element: <TaskPage /> },
        { path: 'cases', element: <CasesPage /> },
        { path: 'cases/:id', element: <CasePage /> },
        { path: 'operate', element: <OverviewPage /> },
        { path: 'operate/incidents', element: <IncidentsPage /> },
        { path: 'start', element: <StartPage /> },
        { path: 'start/:key', element: <StartFormPage /> },
        { path: 'procedures', element: <ProceduresPage /> },
        { path: 'procedures/compare', element: <ComparePage /> },
        { path: 'procedures/running', element: <RunningPage /> },
        { path: 'procedures/running/:version', element: <ChoosePage /> },
        { path: 'procedures/moves/:id', element: <OrderPage /> },
        { path: 'procedures/replay', element: <ReplayPage /> },
        { path: 'procedures/:kind/:key', element: <EditorPage /> },
        {
          path: 'settings',
          element: <SettingsLayout />,
          children: [
            { index: true, element: <Navigate to="office" replace /> },
            { path: 'office', element: <OfficePage /> },
            { path: 'offices', element: <OfficesPage /> },
            { path: 'people', element: <PeoplePage /> },
            { path: 'people/:id', element: <AbilitiesPage /> },
            { path: 'roles', element: <RolesPage /> },
            { path: 'substitutes', element: <SubstitutesPage /> },
            { path: 'tokens', element: <TokensPage /> },
            { path: 'holidays', element: <HolidaysPage /> },
            { path: 'mail', element: <MailPage /> },
            { path: 'audit', element: <AuditPage /> },
          ],
        },
        { path: ':plugin/*', element: <PluginRoute missing={<Missing />} /> },
        { path: '*', element: <Missing /> },
      ],
    },
  ],
  { basename: ADMIN },
);
