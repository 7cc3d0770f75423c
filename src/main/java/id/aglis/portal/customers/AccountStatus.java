package id.aglis.portal.customers;

import id.aglis.portal.Coded;

/** Whether a customer's line is in use. */
public enum AccountStatus implements Coded {
    PENDING_INSTALLATION, ACTIVE, INACTIVE, SUSPENDED, TERMINATED
}
