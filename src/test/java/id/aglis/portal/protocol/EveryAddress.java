package id.aglis.portal.protocol;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a whole test class once per {@link Address}: {@link Http} and {@link Wire} go that way meanwhile. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(EveryAddress.Invocations.class)
@interface EveryAddress {

    /** One invocation of the class for each address. */
    final class Invocations implements ClassTemplateInvocationContextProvider, AfterClassTemplateInvocationCallback {

        @Override
        public boolean supportsClassTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<Invocation> provideClassTemplateInvocationContexts(ExtensionContext context) {
            return Fixture.addresses().stream().map(Invocation::new);
        }

        @Override
        public void afterClassTemplateInvocation(ExtensionContext context) {
            Fixture.use(Address.DIRECT);
        }
    }

    /** The class at one address. */
    record Invocation(Address address) implements ClassTemplateInvocationContext {

        @Override
        public String getDisplayName(int index) {
            return address.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        @Override
        public void prepareInvocation(ExtensionContext context) {
            Fixture.use(address);
        }
    }
}
