package io.dualsight.web;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageOutputStream;

/** A picture of a page as a small file: pages have few colours, so a palette holds them, and the edges of letters nearly. */
final class SmallPicture {

    private static final int COLOURS = 64;
    /** The upper five bits of each of red, green and blue: near colours count as one. */
    private static final int NEAR = 0xf8f8f8;

    private final BufferedImage picture;
    private final List<Integer> palette;
    private final Map<Integer, Integer> places = new HashMap<>();

    private SmallPicture(BufferedImage picture) {
        this.picture = picture;
        this.palette = palette(picture);
    }

    static void write(byte[] png, Path file) {
        try (ImageOutputStream out = new FileImageOutputStream(emptied(file))) {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
            ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
            ImageWriteParam smallest = writer.getDefaultWriteParam();
            smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            smallest.setCompressionQuality(0);
            writer.setOutput(out);
            writer.write(null, new IIOImage(new SmallPicture(picture).indexed(), null, null), smallest);
            writer.dispose();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A longer picture that stood there must leave nothing behind. */
    private static File emptied(Path file) throws IOException {
        Files.deleteIfExists(file);
        return file.toFile();
    }

    /**
     * Begins with the ground and adds, again and again, the colour that would be missed most: because there is much of it,
     * or because nothing like it is there yet, as with the only green mark on a page.
     */
    private static List<Integer> palette(BufferedImage picture) {
        Map<Integer, Integer> sizes = sizes(picture);
        Map<Integer, Integer> off = new HashMap<>(sizes);
        off.replaceAll((colour, size) -> Integer.MAX_VALUE);
        List<Integer> palette = new ArrayList<>();
        while (palette.size() < COLOURS) {
            Map.Entry<Integer, Integer> missed = off.entrySet().stream()
                    .max(Comparator.comparingLong(each -> (long) sizes.get(each.getKey()) * each.getValue()))
                    .orElseThrow();
            if (missed.getValue() == 0) {
                break;
            }
            int next = missed.getKey();
            palette.add(next);
            off.replaceAll((colour, distance) -> Math.min(distance, distance(colour, next)));
        }
        return palette;
    }

    /** The most frequent colour of each group of near ones, and how much there is of all its group. */
    private static Map<Integer, Integer> sizes(BufferedImage picture) {
        Map<Integer, Map<Integer, Integer>> groups = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int colour = picture.getRGB(x, y) & 0xffffff;
                groups.computeIfAbsent(colour & NEAR, key -> new HashMap<>()).merge(colour, 1, Integer::sum);
            }
        }
        return groups.values().stream()
                .collect(Collectors.toMap(
                        group -> Collections.max(group.entrySet(), Map.Entry.comparingByValue())
                                .getKey(),
                        group -> group.values().stream()
                                .mapToInt(Integer::intValue)
                                .sum()));
    }

    private BufferedImage indexed() {
        int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
        IndexColorModel model = new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage small =
                new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int colour = picture.getRGB(x, y) & 0xffffff;
                small.getRaster().setSample(x, y, 0, places.computeIfAbsent(colour, this::nearest));
            }
        }
        return small;
    }

    private int nearest(int colour) {
        int best = 0;
        for (int i = 1; i < palette.size(); i++) {
            best = distance(colour, palette.get(i)) < distance(colour, palette.get(best)) ? i : best;
        }
        return best;
    }

    private static int distance(int one, int other) {
        int sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int difference = (one >> shift & 0xff) - (other >> shift & 0xff);
            sum += difference * difference;
        }
        return sum;
    }
}
