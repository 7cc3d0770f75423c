import { msg } from '@lit/localize';

export const availabilityName = (availability: string): string =>
  ({ available: msg('Available'), busy: msg('Busy'), break: msg('On a break'), offline: msg('Offline') })[availability] ?? availability;

export const skillName = (level: string): string =>
  ({ junior: msg('Junior'), senior: msg('Senior'), expert: msg('Expert'), specialist: msg('Specialist') })[level] ?? level;
