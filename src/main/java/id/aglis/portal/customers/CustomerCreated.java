package id.aglis.portal.customers;

/** A customer was taken on. Fired inside the transaction that does it. */
public record CustomerCreated(CustomerView customer) {
}
