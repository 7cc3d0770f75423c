package id.aglis.portal.engineio;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the protocol looks at in an HTTP request, whoever has parsed it. Good only while the request is served. */
interface RequestHead {

    String method();

    /** The first value of a header of that name; empty when there is none. */
    Optional<String> header(String name);

    /** The values of all headers of that name, in the order in which they came. */
    List<String> headers(String name);

    /** All headers by name, as they were sent. */
    Map<String, List<String>> headers();

    /** The first value of a parameter of that name in the query; empty when there is none. */
    Optional<String> parameter(String name);

    /** All parameters in the query by name. */
    Map<String, List<String>> parameters();

    /** Of the body as announced, in bytes; negative when that is not known. */
    long contentLength();

    /** The address of whoever is at the other end of the connection. */
    String peer();

    /** Whether the connection is encrypted. */
    boolean isSecure();
}
