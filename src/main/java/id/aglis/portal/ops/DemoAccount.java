package id.aglis.portal.ops;

import id.aglis.portal.identity.NewUser;
import id.aglis.portal.identity.Role;
import java.util.List;
import java.util.stream.Stream;

/** A person of the demo. Everybody has the same password, which is no secret: it only opens synthetic data. */
record DemoAccount(String username, String fullName, Role role) {

    static final List<DemoAccount> ALL = List.of(
            new DemoAccount("demo-admin", "Ratna Wulandari", Role.ADMIN),
            new DemoAccount("demo-supervisor", "Hendra Gunawan", Role.SUPERVISOR),
            new DemoAccount("demo-manager", "Sri Mulyati", Role.MANAGER),
            new DemoAccount("demo-noc", "Fajar Nugroho", Role.NOC),
            new DemoAccount("demo-cs1", "Ayu Lestari", Role.CUSTOMER_SERVICE),
            new DemoAccount("demo-cs2", "Dewi Anggraini", Role.CUSTOMER_SERVICE),
            new DemoAccount("demo-cs3", "Rina Marlina", Role.CUSTOMER_SERVICE),
            new DemoAccount("demo-tech1", "Budi Santoso", Role.TECHNICIAN),
            new DemoAccount("demo-tech2", "Agus Setiawan", Role.TECHNICIAN),
            new DemoAccount("demo-tech3", "Joko Prasetyo", Role.TECHNICIAN),
            new DemoAccount("demo-tech4", "Rudi Hartono", Role.TECHNICIAN),
            new DemoAccount("demo-tech5", "Wahyu Hidayat", Role.TECHNICIAN),
            new DemoAccount("demo-tech6", "Eko Saputra", Role.TECHNICIAN));

    static final String PASSWORD = "lihat-lihat-saja-26";

    static Stream<DemoAccount> in(Role role) {
        return ALL.stream().filter(account -> account.role() == role);
    }

    NewUser user() {
        return new NewUser(username, fullName, username + "@example.com", "", role, PASSWORD);
    }

    DemoLogins.Login login() {
        return new DemoLogins.Login(username, PASSWORD, role.code());
    }
}
