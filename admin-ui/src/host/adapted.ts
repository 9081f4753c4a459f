import { useNavigate as useRouter, useParams as useRouteParams } from 'react-router';
import type { Format, RequestOptions, Screens, User } from 'tertib/screens';
import { request as ask } from '../api/index.js';
import { usePermissions, useUser as useSignedIn } from '../features/session/index.js';
import { fromLocal, officeZone, useFormat as useOwnFormat } from '../shared/i18n/index.js';
import { API } from '../shared/place.js';

export const defineScreens = (screens: Screens): Screens => screens;

export const request = <T>(path: string, options: RequestOptions = {}): Promise<T> => ask<T>(path, options);

export const fileAddress = (path: string): string => `${API}${path}`;

export function useUser(): User {
  const { id, username, name, roles, officeId } = useSignedIn();
  const permissions = usePermissions();
  return { id, username, name, roles, officeId, can: (permission) => permissions.includes(permission) };
}

export function useFormat(): Format {
  return { ...useOwnFormat(), moment: (local) => fromLocal(local, officeZone()) };
}

export function useNavigate(): (to: string, options?: { readonly replace?: boolean }) => void {
  const go = useRouter();
  return (to, options) => void go(to, options);
}

export function useParams(): Readonly<Record<string, string>> {
  // `*` is what the admin itself routes by.
  const { '*': _, plugin: _plugin, ...named } = useRouteParams();
  return named as Record<string, string>;
}
