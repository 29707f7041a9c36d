; Call gates with each number of parameters, of 32 and of 16 bits, from ring 3 and from ring 1.

%macro descriptors 0
%assign n 0
%rep 32
	gate KERNEL_CODE, n, 0xEC		; 38 on: 32 bits
%assign n n + 1
%endrep
%assign n 0
%rep 32
	gate KERNEL_CODE, n, 0xE4		; 138 on: 16 bits
%assign n n + 1
%endrep
	descriptor 0, 0xFFFFF, 0xBB, 0xC	; 238: code of ring 1
	descriptor 0, 0xFFFFF, 0xB3, 0xC	; 240: data of ring 1
%endmacro
%macro local_descriptors 0
	dq 0
%endmacro

%include "ring0.inc"

WIDE	equ 0x38
NARROW	equ 0x138
CODE_1	equ 0x238 + 1
DATA_1	equ 0x240 + 1
LOW	equ 0x7000			; 16-bit gates reach, and return to, the first 64 KiB only

main:
	mov esi, low
	mov edi, LOW
	mov ecx, low_end - low
	rep movsb
	mov ebx, 31
.gate:
	lea edx, [gdt + WIDE + ebx * 8]
	point edx, wide_target
	mov word [gdt + NARROW + ebx * 8], LOW + narrow_target - low
	dec ebx
	jns .gate

	mov dword [count], 0
.next:
	say "parameters "
	mov eax, [count]
	call hex8
	call line
	user " 32 bits"
	call parameters
	mov eax, [count]
	lea eax, [WIDE + eax * 8 + 3]
	mov [pointer + 4], ax
	call far [pointer]
	mov eax, user_stack_top
	sub eax, esp
	done
	user " 16 bits"
	call parameters
	mov eax, [count]
	lea eax, [NARROW + eax * 8 + 3]
	mov [pointer + 4], ax
	mov eax, LOW
	jmp eax
	done
	try " from ring 1"
	push dword DATA_1
	push dword ring1_stack
	push dword 2
	push dword CODE_1
	push dword .ring1
	iret
.ring1:
	mov ax, DATA_1
	mov ds, ax
	call parameters
	mov eax, [count]
	lea eax, [WIDE + eax * 8 + 1]
	mov [pointer + 4], ax
	call far [pointer]
	mov eax, ring1_stack
	sub eax, esp
	done
	inc dword [count]
	cmp dword [count], 32
	jb .next

	mov byte [gdt + WIDE + 4], 32 + 7	; the three upper bits of the count mean nothing
	mov dword [count], 7
	user "bits above the count"
	call parameters
	call WIDE + 3:0
	mov eax, user_stack_top
	sub eax, esp
	done
	ret

; Pushes 40 numbers, the last of them lowest.
parameters:
	pop edx
	mov ecx, 40
.push:
	imul eax, ecx, 0x01010101
	push eax
	loop .push
	jmp edx

; Prints the depth of the stack of ring 0 and a sum over what is on it.
frame:
	mov ebp, esp
	lea ecx, [ring0_stack_top - 4]
	sub ecx, ebp
	say " depth="
	mov eax, ecx
	call hex16
	say " sum="
	xor eax, eax
.word:
	add ebp, 2
	rol eax, 3
	xor ax, [ebp + 2]
	sub ecx, 2
	jnz .word
	call hex32
	mov ax, ss
	call hex16
	mov ax, cs
	call hex16
	ret

wide_target:
	call frame
	mov eax, [count]
	shl eax, 2
	mov [.return + 1], ax
	jmp .return
.return:
	retf 0

narrow_called:
	call frame
	mov eax, [count]
	add eax, eax
	mov [LOW + narrow_return - low + 2], ax
	mov eax, LOW + narrow_return - low
	jmp eax

low:
	call far [pointer]
	mov eax, user_stack_top
	sub eax, esp
	int DONE
narrow_target:
	mov eax, narrow_called
	jmp eax
narrow_return:
	o16 retf 0
low_end:

	align 4
count:		dd 0
pointer:	dd 0, 0
ring1_stack	equ SPACE + 0x1000
