package id.aglis.portal.identity;

import id.aglis.portal.Refusal;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Optional;

/** The door of every resource method: closed, unless the method or its class says to whom it is open. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AccessFilter implements ContainerRequestFilter {

    private static final String BEARER = "Bearer ";

    @Context
    private ResourceInfo resource;
    @Inject
    private Proofs proofs;
    @Inject
    private CurrentUser currentUser;

    @Override
    public void filter(ContainerRequestContext request) {
        AnnotatedElement rule = rule();
        if (rule.isAnnotationPresent(Public.class)) {
            return;
        }
        Allowed allowed = Optional.ofNullable(rule.getAnnotation(Allowed.class))
                .orElseThrow(() -> Refusal.forbidden("This address is open to nobody."));
        Caller caller = token(request.getHeaderString(HttpHeaders.AUTHORIZATION)).flatMap(proofs::of).map(Proof::caller)
                .orElseThrow(() -> Refusal.unauthenticated("Please sign in."));
        if (allowed.value().length > 0 && Arrays.stream(allowed.value()).noneMatch(caller::may)) {
            throw Refusal.forbidden("Your role does not permit this.");
        }
        currentUser.is(caller);
    }

    private AnnotatedElement rule() {
        AnnotatedElement method = resource.getResourceMethod();
        return method.isAnnotationPresent(Public.class) || method.isAnnotationPresent(Allowed.class) ? method : resource.getResourceClass();
    }

    /** The token in an Authorization header. */
    static Optional<String> token(String authorization) {
        return Optional.ofNullable(authorization)
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }
}
