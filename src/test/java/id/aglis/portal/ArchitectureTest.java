package id.aglis.portal;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.enterprise.event.Event;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;

/** Holds the arrows between packages, and what each kind of class may touch. */
@AnalyzeClasses(packages = "id.aglis.portal", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "id.aglis.portal";

    /** A package may use packages of a lower rank only. */
    private static final Map<String, Integer> RANKS = Map.ofEntries(
            Map.entry("notifications", 90), Map.entry("analytics", 90), Map.entry("ops", 90),
            Map.entry("registrations", 80),
            Map.entry("tickets", 70), Map.entry("billing", 70),
            Map.entry("customers", 60), Map.entry("technicians", 60),
            Map.entry("identity", 50),
            Map.entry("realtime", 14), Map.entry("socketio", 13), Map.entry("engineio", 12), Map.entry("cluster", 11),
            Map.entry("web", 10), Map.entry("numbering", 10),
            Map.entry("", 0));

    /** Could be lifted out as a library, and therefore knows nothing of the portal. */
    private static final Set<String> LIBRARY = Set.of("cluster", "engineio", "socketio");

    /** Use cases whose names are no plural in s. */
    private static final Set<String> PLURALS = Set.of("Outbox", "Schema", "DemoPeople");

    @ArchTest
    static final ArchRule packages_use_only_packages_below_them = classes().should(dependOnlyDownwards());

    @ArchTest
    static final ArchRule packages_are_free_of_cycles = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule features_speak_to_browsers_through_realtime = noClasses()
            .that().resideOutsideOfPackages(in("cluster"), in("engineio"), in("socketio"), in("realtime"))
            .should().dependOnClassesThat().resideInAnyPackage(in("cluster"), in("engineio"));

    @ArchTest
    static final ArchRule only_cluster_knows_the_data_grid = noClasses().that().resideOutsideOfPackage(in("cluster"))
            .should().dependOnClassesThat().resideInAnyPackage("fish.payara..", "com.hazelcast..");

    @ArchTest
    static final ArchRule only_engineio_knows_websockets_and_asynchronous_servlets = noClasses().that().resideOutsideOfPackage(in("engineio"))
            .should().dependOnClassesThat(resideInAnyPackage("jakarta.websocket..", "org.glassfish.tyrus..")
                    .or(describe("AsyncContext", type -> type.getName().equals("jakarta.servlet.AsyncContext"))));

    @ArchTest
    static final ArchRule only_boundaries_know_rest = noClasses()
            .that().resideOutsideOfPackages(in("web"), ROOT)
            .and(describe("are no part of a resource or filter", type -> !isOrLiesIn(type, "Resource", "Filter")))
            .should().dependOnClassesThat().resideInAPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule entity_managers_are_held_by_use_cases_only = noClasses()
            .that(describe("have no plural name", type -> !type.getSimpleName().endsWith("s") && !PLURALS.contains(type.getSimpleName())))
            .should().dependOnClassesThat().areAssignableTo(EntityManager.class);

    /** Outside of one, the container's entity manager closes under the feet of others: it is not for several threads. */
    @ArchTest
    static final ArchRule entity_managers_are_asked_in_transactions = methods().that().arePublic().and().areNotStatic()
            .and().areDeclaredInClassesThat(describe("hold an EntityManager", type -> type.getFields().stream()
                    .anyMatch(field -> field.getRawType().isEquivalentTo(EntityManager.class))))
            .should().beAnnotatedWith(Transactional.class).orShould().beDeclaredInClassesThat().areAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule protocol_layers_know_no_database = noClasses()
            .that().resideInAnyPackage(in("cluster"), in("engineio"), in("socketio"))
            .should().dependOnClassesThat().resideInAPackage("jakarta.persistence..");

    @ArchTest
    static final ArchRule nobody_depends_on_a_boundary = noClasses()
            .that(describe("are no part of a resource or channel", type -> !isOrLiesIn(type, "Resource", "Channel")))
            .should().dependOnClassesThat(describe("resources and channels", type -> inPortal(type) && isOrLiesIn(type, "Resource", "Channel")
                    && !type.getSimpleName().equals("Channel")));

    @ArchTest
    static final ArchRule entities_know_neither_views_nor_boundaries = noClasses().that().areAnnotatedWith(Entity.class)
            .should().dependOnClassesThat(describe("views and boundaries", type -> inPortal(type) && isOrLiesIn(type, "View", "Resource", "Channel")));

    @ArchTest
    static final ArchRule names_come_from_the_business = noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|Service|DTO)");

    @ArchTest
    static final ArchRule facts_are_records_fired_where_they_belong = fields().that().haveRawType(Event.class).should(fireOwnRecords());

    @ArchTest
    static final ArchRule nobody_prints = noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    /** {@code javax.sql.DataSource} has java.util.logging in its signature. */
    @ArchTest
    static final ArchRule everybody_logs_through_the_platform = noClasses().that().doNotImplement("javax.sql.DataSource")
            .should().dependOnClassesThat().resideInAPackage("java.util.logging..");

    private static ArchCondition<JavaClass> dependOnlyDownwards() {
        return new ArchCondition<>("depend only on packages below their own") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    if (inPortal(dependency.getTargetClass()) && !mayUse(packageOf(type), packageOf(dependency.getTargetClass()))) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaField> fireOwnRecords() {
        return new ArchCondition<>("carry records of their own package or of the root") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                JavaClass fact = ((JavaParameterizedType) field.getType()).getActualTypeArguments().get(0).toErasure();
                boolean own = fact.getPackageName().equals(field.getOwner().getPackageName()) || fact.getPackageName().equals(ROOT);
                if (!fact.isRecord() || !own) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " fires " + fact.getName()));
                }
            }
        };
    }

    private static boolean mayUse(String user, String used) {
        if (user.equals(used)) {
            return true;
        }
        return rank(used) < rank(user) && (!LIBRARY.contains(user) || LIBRARY.contains(used));
    }

    private static int rank(String name) {
        return RANKS.getOrDefault(name, Integer.MAX_VALUE);
    }

    private static boolean inPortal(JavaClass type) {
        return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
    }

    private static String packageOf(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1).split("\\.")[0];
    }

    private static boolean isOrLiesIn(JavaClass type, String... suffixes) {
        JavaClass outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        for (String suffix : suffixes) {
            if (outermost.getSimpleName().endsWith(suffix)) {
                return true;
            }
        }
        return false;
    }

    private static String in(String name) {
        return ROOT + "." + name + "..";
    }
}
