/** Days after the result was served within which head and person talk it over; a default of this product. */
export const INTERVIEW_DAYS = 15
