"""What the seller is called, as patterns of folded texts hold it."""

SELLERS = "販売者|出品者|セラー|売り手"
