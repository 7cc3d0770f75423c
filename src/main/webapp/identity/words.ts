import { msg } from '@lit/localize';

export const roleName = (role: string): string =>
  ({
    admin: msg('Administrator'),
    supervisor: msg('Supervisor'),
    manager: msg('Manager'),
    noc: msg('Network operations'),
    customer_service: msg('Customer service'),
    technician: msg('Technician'),
  })[role] ?? role;
