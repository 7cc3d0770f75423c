package id.aglis.portal.customers;

import java.util.Optional;

/**
 * What is needed to take on a customer.
 *
 * @param name  not blank
 * @param phone not blank; several customers may share one
 */
public record NewCustomer(String name, String phone, Optional<String> email, Optional<String> address, Optional<String> city) {
}
