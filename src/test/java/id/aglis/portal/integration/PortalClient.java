package id.aglis.portal.integration;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A caller of the portal's REST interface: a base address, perhaps an access token, perhaps a refresh token. Immutable. */
public record PortalClient(URI base, String token, String refreshToken) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public static PortalClient at(URI base) {
        return new PortalClient(base, "", "");
    }

    /** This caller after signing in. */
    public PortalClient signIn(String username, String password) {
        return signedIn(login(username, password).expect(200));
    }

    public Answer login(String username, String password) {
        return post("/api/auth/login", Json.createObjectBuilder().add("username", username).add("password", password).build().toString());
    }

    /** This caller with the tokens that an answer of login, refresh or a password change brought. */
    public PortalClient signedIn(Answer answer) {
        return new PortalClient(base, answer.json().getString("accessToken"), answer.cookie());
    }

    public Answer refresh() {
        return send(request("/api/auth/refresh").header("Cookie", "portal_refresh=" + refreshToken).POST(BodyPublishers.noBody()));
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String body) {
        return call("POST", path, body);
    }

    public Answer put(String path, String body) {
        return call("PUT", path, body);
    }

    public Answer patch(String path, String body) {
        return call("PATCH", path, body);
    }

    public Answer call(String method, String path, String body) {
        return send(request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(30));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the portal answered. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        /** @throws AssertionError with the body, when the status is another */
        public Answer expect(int status) {
            if (status() != status) {
                throw new AssertionError("%s %s answered %d: %s".formatted(response.request().method(), response.uri(), status(), response.body()));
            }
            return this;
        }

        public JsonObject json() {
            try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
                return reader.readObject();
            }
        }

        /** The slug of the problem type. */
        public String problem() {
            return json().getString("type").replace("/problems/", "");
        }

        /** @throws AssertionError with the body, when it is not a problem with this status and of this type */
        public Answer refused(int status, String problem) {
            if (!expect(status).problem().equals(problem)) {
                throw new AssertionError("Not " + problem + ": " + response.body());
            }
            return this;
        }

        /** The fields that a validation problem names, in order. */
        public List<String> fields() {
            return json().getJsonArray("errors").getValuesAs(JsonObject.class).stream().map(error -> error.getString("field")).toList();
        }

        public JsonArray list() {
            try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
                return reader.readArray();
            }
        }

        /** The rows of a page. */
        public List<JsonObject> items() {
            return json().getJsonArray("items").getValuesAs(JsonObject.class);
        }

        public long id() {
            return json().getJsonNumber("id").longValueExact();
        }

        public long version() {
            return json().getJsonNumber("version").longValueExact();
        }

        public String text(String field) {
            return json().getString(field);
        }

        public String body() {
            return response.body();
        }

        /** The first field that a validation problem names. */
        public String field() {
            return json().getJsonArray("errors").getJsonObject(0).getString("field");
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        String cookie() {
            return header("Set-Cookie").filter(cookie -> cookie.startsWith("portal_refresh="))
                    .map(cookie -> cookie.substring("portal_refresh=".length(), cookie.indexOf(';'))).orElse("");
        }
    }
}
