import { get, type Page } from '../api.ts';
import { currentUser } from '../identity/session.ts';

export interface Technician {
  id: number;
  employeeId: string;
  userId: number;
  fullName: string;
  skillLevel: string;
  workZone: string | null;
  availability: 'available' | 'busy' | 'break' | 'offline';
  activeTickets: number;
  maxDailyTickets: number;
}

/** The bound of one page on the server; a provider of this size has fewer technicians. */
const EVERYBODY = 200;

export async function technicians(): Promise<Technician[]> {
  const page = await get<Page<Technician>>('/technicians', { query: { size: EVERYBODY } });
  return page.items.sort((a, b) => a.fullName.localeCompare(b.fullName));
}

/** The profile of the user, when he is a technician himself. */
export async function myself(): Promise<Technician | undefined> {
  return (await technicians()).find((technician) => technician.userId === currentUser()?.id);
}
