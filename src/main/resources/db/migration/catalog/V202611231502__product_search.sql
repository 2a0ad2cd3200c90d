-- What the product list is filtered by. The barcode indexes cost nothing where 1C sends no barcodes.
CREATE INDEX product_brand_ref ON product (brand_ref);
CREATE INDEX product_category ON product USING gin (category_ids);
CREATE INDEX product_barcode ON product (barcode) WHERE barcode IS NOT NULL;
CREATE INDEX variant_barcode ON variant (barcode) WHERE barcode IS NOT NULL;
