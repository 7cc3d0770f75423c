package id.aglis.portal.identity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that can be permitted, by the name that the database, REST and the pages use: resource, dot, action. Which role holds which
 * is data (table {@code role_permissions}).
 */
public enum Permission {

    DASHBOARD_VIEW("dashboard.view"),
    ANALYTICS_VIEW("analytics.view"),
    REPORTS_VIEW("reports.view"),
    REPORTS_EXPORT("reports.export"),
    TICKETS_VIEW("tickets.view"),
    TICKETS_CREATE("tickets.create"),
    TICKETS_EDIT("tickets.edit"),
    TICKETS_ASSIGN("tickets.assign"),
    TICKETS_CLOSE("tickets.close"),
    TICKETS_DELETE("tickets.delete"),
    CUSTOMERS_VIEW("customers.view"),
    CUSTOMERS_CREATE("customers.create"),
    CUSTOMERS_EDIT("customers.edit"),
    CUSTOMERS_DELETE("customers.delete"),
    CUSTOMERS_EXPORT("customers.export"),
    REGISTRATIONS_VIEW("registrations.view"),
    REGISTRATIONS_VERIFY("registrations.verify"),
    REGISTRATIONS_APPROVE("registrations.approve"),
    REGISTRATIONS_REJECT("registrations.reject"),
    REGISTRATIONS_EXPORT("registrations.export"),
    REGISTRATIONS_DELETE("registrations.delete"),
    TECHNICIANS_VIEW("technicians.view"),
    TECHNICIANS_EDIT("technicians.edit"),
    TECHNICIANS_SCHEDULE("technicians.schedule"),
    INVENTORY_VIEW("inventory.view"),
    INVENTORY_CREATE("inventory.create"),
    INVENTORY_EDIT("inventory.edit"),
    INVENTORY_DELETE("inventory.delete"),
    INVENTORY_TRANSACTIONS("inventory.transactions"),
    USERS_VIEW("users.view"),
    USERS_EDIT("users.edit"),
    USERS_CREATE("users.create"),
    USERS_DELETE("users.delete"),
    USERS_RESET_PASSWORD("users.reset_password"),
    PERMISSIONS_VIEW("permissions.view"),
    PERMISSIONS_MANAGE("permissions.manage"),
    /** To announce an event of one's own choice to browsers; meant for scripts and other systems. */
    REALTIME_PUBLISH("realtime.publish");

    private static final Map<String, Permission> BY_NAME = Arrays.stream(values()).collect(Collectors.toMap(Permission::wireName, Function.identity()));

    private final String wireName;

    Permission(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** Those of these names that this version knows; the others, and none at all, permit nothing. */
    static Set<Permission> named(Stream<String> wireNames) {
        return wireNames.map(BY_NAME::get).filter(Objects::nonNull).collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }
}
