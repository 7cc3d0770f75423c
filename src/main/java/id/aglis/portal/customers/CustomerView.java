package id.aglis.portal.customers;

import java.time.Instant;

/** A customer as staff may see him, on REST and on the socket. Texts that are not known are empty. */
public record CustomerView(long id, long version, String number, String name, String phone, String email, String address, String city,
                           String accountStatus, Instant createdAt) {

    public static CustomerView of(Customer customer) {
        return new CustomerView(customer.id(), customer.version(), customer.number(), customer.name(), customer.phone(), customer.email(),
                customer.address(), customer.city(), customer.accountStatus().code(), customer.createdAt());
    }
}
