import { msg, str } from '@lit/localize';
import { serverNow } from '../clock.ts';
import { dateTime, duration } from '../i18n/format.ts';
import { PRIORITIES, slaState, STATUSES, type Priority, type Status, type Ticket } from './ticket.ts';

/** Codes into words. Each function makes its map anew, because the language may have changed. */
export const statusName = (status: Status): string =>
  ({
    open: msg('Open'),
    assigned: msg('Assigned'),
    in_progress: msg('In progress'),
    on_hold: msg('On hold'),
    completed: msg('Completed'),
    cancelled: msg('Cancelled'),
  })[status];

export const priorityName = (priority: Priority): string =>
  ({ low: msg('Low'), normal: msg('Normal'), high: msg('High'), critical: msg('Critical') })[priority];

export const typeName = (type: string): string =>
  ({
    installation: msg('Installation'),
    repair: msg('Repair'),
    maintenance: msg('Maintenance'),
    upgrade: msg('Upgrade'),
    wifi_setup: msg('Wi-Fi setup'),
    downgrade: msg('Downgrade'),
    dismantle: msg('Dismantling'),
  })[type] ?? type;

export const fieldName = (field: string): string =>
  ({
    title: msg('Title'),
    description: msg('Description'),
    priority: msg('Priority'),
    type: msg('Type'),
    category: msg('Category'),
    scheduledAt: msg('Appointment'),
    status: msg('Status'),
    technician: msg('Technician'),
    technicianId: msg('Technician'),
    resolutionNotes: msg('Resolution'),
    slaDueAt: msg('SLA deadline'),
  })[field] ?? field;

export function valueName(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return msg('nothing');
  if (field === 'priority' && isOneOf(PRIORITIES, value)) return priorityName(value);
  if (field === 'status' && isOneOf(STATUSES, value)) return statusName(value);
  if (field === 'type') return typeName(String(value));
  if (field === 'category') return categoryName(String(value));
  if (field.endsWith('At')) return dateTime(String(value));
  return String(value);
}

const isOneOf = <T>(known: readonly T[], value: unknown): value is T => known.includes(value as T);

export function slaText(ticket: Ticket): string {
  const left = Date.parse(ticket.slaDueAt ?? '') - serverNow();
  const texts = {
    'none': () => '–',
    'paused': () => msg('Paused'),
    'met': () => msg('Met'),
    'missed': () => msg('Missed'),
    'over': () => msg(str`${duration(left)} over`),
    'soon': () => msg(str`${duration(left)} left`),
    'in-time': () => msg(str`${duration(left)} left`),
  };
  return texts[slaState(ticket, serverNow())]();
}

export const categoryName = (category: string): string =>
  ({
    fiber_installation: msg('Fibre installation'),
    copper_installation: msg('Copper installation'),
    wireless_installation: msg('Wireless installation'),
    hybrid_installation: msg('Hybrid installation'),
    new_registration: msg('New registration'),
    relocation_internal: msg('Relocation in the building'),
    cable_damage: msg('Cable damage'),
    equipment_failure: msg('Equipment failure'),
    signal_issue: msg('Signal issue'),
    connection_problem: msg('Connection problem'),
    port_issue: msg('Port issue'),
    preventive_maintenance: msg('Preventive maintenance'),
    equipment_inspection: msg('Equipment inspection'),
    network_optimization: msg('Network optimization'),
    cleaning_service: msg('Cleaning'),
    fiber_cleaning: msg('Fibre cleaning'),
    speed_test: msg('Speed test'),
    cable_management: msg('Cable management'),
    firmware_update: msg('Firmware update'),
    site_survey: msg('Site survey'),
    speed_upgrade: msg('Speed upgrade'),
    equipment_upgrade: msg('Equipment upgrade'),
    plan_upgrade: msg('Plan upgrade'),
    technology_upgrade: msg('Technology upgrade'),
    package_upgrade: msg('Package upgrade'),
    add_static_ip: msg('Static IP address'),
    new_wifi_config: msg('New Wi-Fi configuration'),
    wifi_extension: msg('Wi-Fi extension'),
    wifi_security: msg('Wi-Fi security'),
    mesh_network: msg('Mesh network'),
    change_password: msg('Change of password'),
    dual_band_setup: msg('Dual-band setup'),
    guest_network: msg('Guest network'),
    parental_control: msg('Parental control'),
    package_downgrade: msg('Package downgrade'),
    speed_reduction: msg('Speed reduction'),
    feature_removal: msg('Removal of a feature'),
    full_dismantle: msg('Full dismantling'),
    partial_dismantle: msg('Partial dismantling'),
    equipment_return: msg('Return of equipment'),
  })[category] ?? category;
