package ru.freesport.console.catalog.ui;

import java.io.IOException;
import java.time.Duration;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import ru.freesport.console.catalog.Pictures;

/** Gives browsers the pictures of products: an address names its content, so it never changes. */
@RestController
class PictureDelivery {

    private static final Duration FOR_GOOD = Duration.ofDays(365);

    private final Pictures pictures;

    PictureDelivery(Pictures pictures) {
        this.pictures = pictures;
    }

    static String address(String sha256) {
        return "pictures/" + sha256;
    }

    @GetMapping("/pictures/{sha256}")
    ResponseEntity<InputStreamResource> picture(@PathVariable String sha256) throws IOException {
        return pictures.open(sha256)
                .map(picture -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(picture.mediaType()))
                        .cacheControl(
                                CacheControl.maxAge(FOR_GOOD).cachePrivate().immutable())
                        .eTag(sha256)
                        .header("X-Content-Type-Options", "nosniff")
                        .body(new InputStreamResource(picture.content())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
