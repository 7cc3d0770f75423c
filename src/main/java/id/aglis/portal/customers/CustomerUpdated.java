package id.aglis.portal.customers;

/** Something about a customer changed. Fired inside the transaction that changes it. */
public record CustomerUpdated(CustomerView customer) {
}
