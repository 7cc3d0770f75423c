package id.aglis.portal.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Opens a resource method, or every method of a resource class, to callers who are signed in and hold at least one of the permissions. With
 * none named, being signed in is enough. The annotation of a method replaces that of its class. A method that carries neither this nor
 * {@link Public} is closed to everybody.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Allowed {

    Permission[] value() default {};
}
